/*
 * What the SDK asks to learn which browser it runs in. It restarts ICE after a failure in Chrome alone, and hangs up
 * in any other: the media engine behind this page is Chrome's, so it is told so.
 */
(function () {
  'use strict';

  window.chrome = window.chrome || {};
  Object.defineProperty(navigator, 'vendor', { value: 'Google Inc.', configurable: true });

  // the SDK looks whether the microphone is allowed, and looks again when that changes
  Object.defineProperty(navigator, 'permissions', {
    configurable: true,
    value: {
      query: () => Promise.resolve(new trunkline.parts.Emitter('change')).then((status) => {
        status.state = 'granted';
        return status;
      }),
    },
  });
})();
