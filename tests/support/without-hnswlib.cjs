// Makes this process one of a machine where hnswlib-node could not be compiled.
const Module = require('node:module');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  if (request === 'hnswlib-node') throw new Error('Cannot find the native addon');
  return resolve.call(this, request, ...rest);
};
