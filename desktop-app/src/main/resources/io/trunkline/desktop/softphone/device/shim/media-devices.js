/*
 * navigator.mediaDevices. The SDK sees one microphone and one speaker, `default`: which they are, and what happens
 * when one is unplugged, is decided in Java, below a track that stays the same.
 */
(function () {
  'use strict';

  const { Emitter } = trunkline.parts;

  class MediaDevices extends Emitter {
    constructor() {
      super('devicechange');
    }

    getUserMedia() {
      const track = new MediaStreamTrack('The microphone', false);
      return trunkline.ask('microphone', track.number).then(
        () => new MediaStream([track]),
        (error) => {
          trunkline.forget(track.number);
          throw error;
        },
      );
    }

    enumerateDevices() {
      return Promise.resolve(['audioinput', 'audiooutput'].map((kind) => (
        { kind, deviceId: 'default', groupId: '', label: 'Default' }
      )));
    }

    getSupportedConstraints() {
      return {};
    }
  }

  Object.defineProperty(navigator, 'mediaDevices', { value: new MediaDevices(), configurable: true });
})();
