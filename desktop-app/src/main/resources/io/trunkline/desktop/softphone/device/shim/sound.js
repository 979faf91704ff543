/*
 * What would sound through the page. An audio element plays nothing: the far side is heard through the native side,
 * whatever element the SDK hangs its stream on. The SDK's own sounds (ringing, hanging up, digits) are handed to Java
 * by name; this class is given to the SDK as its option `Sound`.
 */
(function () {
  'use strict';

  const { Emitter } = trunkline.parts;

  class SilentAudio extends Emitter {
    constructor(source) {
      super('ended', 'error');
      this.src = source || '';
      this.srcObject = null;
      this.paused = true;
      this.muted = false;
      this.loop = false;
      this.sinkId = 'default';
    }

    play() {
      this.paused = false;
      return Promise.resolve();
    }

    pause() {
      this.paused = true;
    }

    load() {}

    setAttribute() {}

    setSinkId(id) {
      this.sinkId = id;
      return Promise.resolve();
    }
  }

  class HandedSound {
    constructor(name, url) {
      this.name = name;
      this.url = url;
      this.isPlaying = false;
    }

    play() {
      this.isPlaying = true;
      trunkline.tell('sound', 0, { name: this.name, on: true });
      return Promise.resolve();
    }

    stop() {
      if (this.isPlaying) {
        this.isPlaying = false;
        trunkline.tell('sound', 0, { name: this.name, on: false });
      }
    }

    setSinkIds() {}
  }

  trunkline.parts.HandedSound = HandedSound;
  // the SDK looks at the prototype to learn whether a speaker can be chosen
  Object.assign(window, { Audio: SilentAudio, HTMLAudioElement: SilentAudio });
})();
