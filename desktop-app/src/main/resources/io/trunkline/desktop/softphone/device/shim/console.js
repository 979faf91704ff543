/*
 * console.* and errors that nobody caught go to Java's log; a WebEngine shows them nowhere.
 */
(function () {
  'use strict';

  const java = window.trunklineJava;

  function text(value) {
    if (value instanceof Error) {
      return value.name + ': ' + value.message + (value.stack ? '\n' + value.stack : '');
    }
    if (typeof value === 'object' && value !== null) {
      try {
        return JSON.stringify(value);
      } catch (circular) {
        return String(value);
      }
    }
    return String(value);
  }

  function write(level, values) {
    java.log(level, Array.from(values, text).join(' '));
  }

  for (const level of ['trace', 'debug', 'log', 'info', 'warn', 'error']) {
    console[level] = function () {
      write(level, arguments);
    };
  }

  window.addEventListener('unhandledrejection', (event) => {
    write('warn', ['Nobody caught', event.reason]);
  });

  window.addEventListener('error', (event) => {
    write('error', ['Nobody caught', event.error || event.message]);
  });
})();
