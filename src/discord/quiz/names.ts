/** Names of the controls of a quiz; their `custom_id` goes on with the key of a session, a round, an offer or an answer. */
export const PICK = 'quiz-pick';
export const ORDER = 'quiz-order';
export const TYPE = 'quiz-type';
export const TYPED = 'quiz-typed';
export const GRADE = 'quiz-grade';
export const NEXT = 'quiz-next';
export const STOP = 'quiz-stop';
export const REPORT = 'quiz-report';
export const QUIZ_ON = 'quiz-on';
export const REVIEW = 'quiz-due';
export const REMIND_OFF = 'quiz-off';
export const ROUND_JOIN = 'round-join';
export const ROUND_START = 'round-start';
export const ROUND_STOP = 'round-stop';
export const ROUND_PICK = 'round-pick';
export const ROUND_REPORT = 'round-report';
export const ROUND_MINE = 'round-mine';
