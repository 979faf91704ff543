/*
 * The one way between this page and Java. Everything that crosses it is a number or text; objects cross as JSON.
 *
 * Java has put itself into `window.trunklineJava` as an object with the methods
 *   ask(id, op, target, json)   does `op` on the thing numbered `target`; answers `id` later, or never where id is 0
 *   log(level, text)            see console.js
 * and calls back `trunkline.answered` and `trunkline.told`. What is asked is done in the order of asking.
 */
(function () {
  'use strict';

  const java = window.trunklineJava;
  const waiting = new Map();
  const things = new Map();
  let lastQuestion = 0;
  let lastThing = 0;

  function failure(said) {
    const error = new Error((said && said.message) || 'The sound system failed');
    error.name = (said && said.name) || 'OperationError';
    return error;
  }

  window.trunkline = {
    /** What the parts of the shim share with each other and with device.js. */
    parts: {},

    /** Gives a thing its number; what Java tells about that number goes to `listener(type, value)`. */
    register(listener) {
      const number = ++lastThing;
      things.set(number, listener);
      return number;
    },

    forget(number) {
      things.delete(number);
    },

    /** Asks Java and promises the answer. */
    ask(op, target, value) {
      return new Promise((resolve, reject) => {
        const id = ++lastQuestion;
        waiting.set(id, { resolve, reject });
        java.ask(id, op, target, JSON.stringify(value === undefined ? {} : value));
      });
    },

    /** Tells Java something that needs no answer. */
    tell(op, target, value) {
      java.ask(0, op, target, JSON.stringify(value === undefined ? {} : value));
    },

    /** From Java: the answer to a question. */
    answered(id, good, json) {
      const question = waiting.get(id);
      waiting.delete(id);
      if (question) {
        const value = json === null ? undefined : JSON.parse(json);
        if (good) {
          question.resolve(value);
        } else {
          question.reject(failure(value));
        }
      }
    },

    /** From Java: something happened to a thing. */
    told(number, type, json) {
      const listener = things.get(number);
      if (listener) {
        listener(type, json === null ? undefined : JSON.parse(json));
      }
    },
  };
})();
