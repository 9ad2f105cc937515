/** Given names that people in the news have, of many languages; names that are more often places or things are left out. */
const GIVEN_NAMES = new Set(
  `Aaron Abby Abdul Abdullah Abe Abel Abigail Abraham Abu Ada Adam Adele Adrian Adriana Agnes Ahmad Ahmed Aidan Aiden Aisha Ajay Akash Akira
  Alain Alan Albert Alberto Aldo Alec Alejandro Alejandra Aleksandr Alessandro Alex Alexander Alexandra Alexandre Alexei Alexey Alexis Alfonso
  Alfred Alfredo Ali Alice Alicia Alina Alison Alistair Allan Allen Allison Alma Alok Alvaro Alvin Alyssa Amal Amanda Amber Amelia Amina
  Amir Amit Amitabh Amos Amy Ana Anand Anastasia Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey Andrzej Andy Angela
  Angelina Angelo Angus Anika Anil Anita Anjali Ann Anna Anne Annette Annie Anthony Antoine Anton Antonia Antonio Antony Anwar April
  Archie Ari Ariana Arjun Armando Arnold Arthur Arturo Arun Arvind Asha Ashish Ashley Ashok Ashraf Astrid Audrey August Aung Ava Axel
  Aziz Barack Barbara Barry Bart Beatrice Beau Becky Bella Ben Benazir Benedict Benjamin Bernard Bernadette Bernie Bert Beth Bethany
  Betsy Betty Beverly Bianca Bill Billy Bjorn Blake Blanca Bob Bobby Bong Boris Brad Bradley Brandon Brenda Brendan Brent Bret Brett Brian
  Bridget Brigitte Brittany Brooke Bruce Bruno Bryan Bryce Byron Caitlin Caleb Calvin Cameron Camila Camilla Camille Carl Carla Carlo
  Carlos Carmen Carol Caroline Carolyn Carrie Carter Casey Caspar Catherine Cathy Cecilia Cedric Celia Cesar Chad Chandra Charlene
  Charles Charlie Cheryl Chester Chloe Chris Christiane Christina Christine Christoph Christophe Christopher Chrystia Chuck Cindy
  Claire Clara Clarence Claude Claudia Claudio Clay Clive Clyde Cody Colin Colleen Connie Connor Conor Conrad Corey Cornelia Cory Courtney
  Craig Cristina Cristiano Curtis Cynthia Cyril Daisy Damian Damien Dan Dana Daniel Daniela Daniele Danielle Danny Daria Darius Darrell Darren Daryl
  Dave David Dawn Dean Deb Debbie Deborah Declan Deepak Deirdre Delia Denis Denise Dennis Derek Desmond Devin Dexter Diana Diane Diego
  Dieter Dina Dinesh Dirk Dmitri Dmitry Dominic Dominik Dominique Don Donald Donna Dora Doris Dorothy Doug Douglas Duncan Dustin Dwayne Dwight
  Dylan Earl Ed Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Elaine Elena Eli Elias Elijah Elisa Elisabeth Elise Eliza Elizabeth
  Ella Ellen Ellie Elliot Elliott Elon Elsa Elvis Emil Emilia Emily Emma Emmanuel Emmett Enrico Enrique Eric Erica Erik Erika Erin
  Ernest Ernesto Ernst Esteban Esther Ethan Eugene Eva Evan Evelyn Ewan Ezra Fabian Fabio Faisal Farah Farhan Fatima Federico Felicia Felipe Felix
  Ferdinand Fernando Fiona Flavia Flora Frances Francesca Francesco Francis Francisco Franck Francois Frank Frankie Franz Fred Freddie
  Frederic Frederick Frederik Fritz Gabriel Gabriela Gabriella Gabrielle Gail Garrett Gareth Gary Gavin Gemma Gene Genevieve Geoff Geoffrey George
  Georges Georgina Gerald Geraldine Gerard Gerhard Gert Giacomo Gianni Gideon Gilbert Giles Gina Ginger Giorgio Giovanni Giulia Giuseppe Glen Glenda Glenn
  Gloria Gordon Grace Graeme Graham Grant Greg Gregg Gregory Greta Guido Guillaume Guillermo Gus Gustav Gustavo Guy Gwen Gwyneth Habib Hakim
  Hamid Hamza Hank Hannah Hans Harald Harold Harriet Harris Harry Harsh Haruki Harvey Hasan Hassan Hazel Heather Hector Heidi Heinrich
  Helen Helena Helene Helga Helmut Henri Henrietta Henrik Henry Herbert Herman Hermann Hideo Hilary Hillary Hiroshi Holly Homer Horace Howard Hubert Hugh
  Hugo Humphrey Hussein Ian Ibrahim Ida Ignacio Igor Ilan Ilhan Ilya Imran Indira Ines Ingrid Irene Irina Iris Irma Irving Isaac Isabel
  Isabella Isabelle Ismail Ivan Ivana Ivanka Jack Jackie Jackson Jacob Jacqueline Jacques Jake Jamal James Jamie Jan Jana Jane Janet
  Janice Janine Jared Jaroslav Jasmine Jason Jasper Javier Jay Jayne Jean Jeanette Jeanne Jeb Jeff Jeffrey Jen Jenna Jennifer Jenny Jens
  Jeremy Jerome Jerry Jesse Jessica Jessie Jesus Jill Jim Jimmy Jin Jo Joachim Joan Joanna Joanne Joaquin Jodie Joe Joel Joey Johan Johann
  Johanna Johannes John Johnnie Johnny Jon Jonah Jonas Jonathan Jorge Jose Josef Joseph Josephine Josh Joshua Josie Joy Joyce Juan Juana
  Jude Judith Judy Jules Julia Julian Juliana Julianne Julie Juliet Julio Julius June Jurgen Justin Justine Kaitlyn Kamala Kamal Kanye Karen
  Karim Karin Karina Karl Karla Karol Karolina Kasper Kate Katarina Katherine Kathleen Kathryn Kathy Katie Katrina Katy Kavita Kay Kayla Keanu
  Keir Keith Kelly Kelsey Kemal Ken Kendra Kenneth Kenny Kent Kerry Kevin Khalid Khaled Kim Kimberly Kiran Kirk Kirsten Kirsty Klaus Kofi
  Kristen Kristin Kristina Kurt Kwame Kyle Kylie Lachlan Lakshmi Lana Lance Lara Larissa Larry Lars Laszlo Laura Lauren Laurence Laurent Laurie Lawrence Layla
  Leah Leila Lena Leo Leon Leonard Leonardo Leroy Leslie Lester Leticia Lev Levi Lewis Li Liam Lidia Lila Lilian Lillian Lily Linda Lindsay
  Lindsey Linus Lionel Lisa Liz Lloyd Logan Lois Lola Lorenzo Loretta Lori Lorraine Lou Louis Louisa Louise Lucas Lucia Lucian Lucie
  Lucille Lucinda Lucy Luigi Luis Luisa Luiz Luka Lukas Luke Luther Lydia Lyndon Lynn Lynne Mabel Mack Madeleine Madeline Magda Maggie
  Magnus Mahatma Mahmoud Malala Malcolm Malik Mandy Manfred Manuel Manuela Mara Marc Marcel Marcello Marcelo Marcia Marco Marcos Marcus Margaret Margarita
  Margot Maria Mariah Marian Mariana Marianne Marie Marilyn Marina Mario Marion Marissa Marjorie Mark Marko Markus Marlene Marlon Marsha
  Marta Martha Martin Martina Marvin Mary Masoud Mateo Mathew Mathias Mathieu Mats Matt Matteo Matthew Matthias Maud Maura Maureen Maurice
  Mauricio Mauro Max Maxim Maxine Maya Megan Meghan Mehdi Mehmet Mel Melanie Melania Melinda Melissa Mercedes Meredith Mia Micah Michael Michaela
  Michel Michele Michelle Mick Miguel Mika Mikael Mike Mikhail Mila Milan Mildred Miles Milos Milton Min Mindy Ming Miranda Miriam Mitch
  Mitchell Mohamed Mohammad Mohammed Mohan Moira Mona Monica Monique Morgan Moritz Morris Moses Muhammad Mukesh Murray Mustafa Myles Myra Myriam
  Nadia Nadine Nancy Naomi Narendra Natalia Natalie Natasha Nathan Nathaniel Neal Ned Neha Neil Nelson Nelly Nia Niall Nicholas Nick Nicky Nicola Nicolas
  Nicole Nigel Nikita Nikki Nikola Nikolai Nikos Nina Nitin Noah Noam Noel Nora Norbert Noreen Norma Norman Nuria Octavia Olaf Oleg Olga
  Oliver Olivia Olivier Olof Omar Oprah Oscar Oskar Otto Owen Pablo Pam Pamela Paola Paolo Pascal Pat Patricia Patricio Patrick Patrik Patti Paul
  Paula Pauline Paulo Pavel Pearl Pedro Peggy Penelope Penny Pepe Per Percy Perry Pete Peter Petra Petro Phil Philip Philippe Phillip Phoebe Phyllis Pierre Pieter
  Piers Pilar Piotr Poppy Prakash Pranav Pratap Prem Priscilla Priya Priyanka Quentin Quinn Rachel Rafael Raghuram Rahul Raj Rajesh Rajiv Rajnath Ralf Ralph
  Ram Ramesh Ramiro Ramon Randall Randy Ranil Raoul Raquel Rashid Rashida Raul Ravi Ray Raymond Rebecca Recep Reggie Regina Reginald Reinhard Rekha Rena Renata
  Rene Renee Reuben Rex Rhonda Ricardo Riccardo Rich Richard Rick Ricky Rishi Rita Rob Robbie Robert Roberta Roberto Robin Rocco Rod
  Roderick Rodney Rodrigo Rodrigue Roger Rohan Rohit Roland Rolf Romeo Ron Ronald Ronaldo Ronan Ronnie Rory Rosa Rosalind Rosanna Rose
  Rosemary Rosie Ross Roxanne Roy Ruben Rudolf Rudolph Rudy Rupert Russ Russell Ruth Ryan Sabrina Sachin Sadiq Saeed Saeb Saleh Sally
  Salman Salvador Salvatore Sam Samantha Samir Sammy Samuel Sandra Sandy Sanjay Sanjeev Sara Sarah Sasha Satya Saul   Scott Sean Sebastian Sebastien Selena Serena Serge Sergei Sergey Sergio Seth Shane Shannon Sharon Shashi Shaun Shawn Sheila Shelby Sheldon
  Shelley Sheryl Shinzo Shirley Shiv Shreya Sidney Sigmund Silvia Silvio Simon Simone Sinead Siobhan Sofia Sofie Sonia Sonja Sonny Sophia
  Sophie Spencer Srinivas Stacey Stacy Stan Stanislav Stanley Stefan Stefania Stefano Stella Sten Stephan Stephanie Stephen Steve Steven
  Stewart Stuart Sue Sultana Sundar Sunil Suresh Susan Susanna Susanne Sushma Suzanne Sven Svetlana Sybil Sylvia Sylvie Taj Tamara Tammy
  Tanya Tara Tariq Tasha Tatiana Taylor Ted Teresa Terence Teri Terrence Terri Terry Tess Thabo Thaddeus Thelma Theo Theodor Theodore Theresa Therese Thierry
  Thomas Tiffany Tim Timothy Tina Tobias Toby Todd Tom Tomas Tommy Toni Tony Tracey Traci Tracy Travis Trent Trevor Tricia Trina Tristan
  Troy Tulsi Tyler Tyrone Ulrich Uma Umar Ursula Usain Vaclav Valentina Valerie Vanessa Vera Vernon Veronica Vicki Vicky Victor Viktor Vijay Vikram Vince
  Vincent Vinod Virgil Vishal Vitali Vittorio Vivek Vivian Vivien Vlad Vladimir Volodymyr Walter Wanda Wayne Wendy Wen Werner Wesley Wilbur
  Wilfred Wilhelm Will Willem William Willie Willis Winifred Winston Wolfgang Woody Xavier Xi Yan Yann Yannick Yasmin Yasser Yitzhak Yoko Yolanda Yousef Yuki
  Yuri Yusuf Yves Yvette Yvonne Zac Zach Zachary Zack Zahra Zainab Zara Zeynep Zhang Zoe Zoltan Zulfikar`.split(
    /\s+/,
  ),
);

/** Whether a word is the given name of a person: "Kurt", "Jean-Luc", "J.J.". */
export function isGivenName(word: string): boolean {
  const [first = ''] = word.normalize('NFD').replace(/\p{M}/gu, '').split(/[-’']/);
  return GIVEN_NAMES.has(first) || /^(?:\p{Lu}\.){1,3}$/u.test(word);
}
