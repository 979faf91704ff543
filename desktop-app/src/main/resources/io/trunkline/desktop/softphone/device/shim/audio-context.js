/*
 * AudioContext without sound. The SDK reads loudness from analysers, twenty times a second, for its warnings of a
 * silent line; they show what Java measured last. Everything else is there and does nothing.
 */
(function () {
  'use strict';

  const { Emitter } = trunkline.parts;
  const FULL = 255;
  const levels = { spoken: 0, heard: 0 };

  /** From Java, several times a second: 0 to 1. */
  trunkline.levels = (spoken, heard) => {
    levels.spoken = spoken;
    levels.heard = heard;
  };

  class AudioNode extends Emitter {
    constructor() {
      super('ended');
    }

    connect(next) {
      return next;
    }

    disconnect() {}
  }

  class SourceNode extends AudioNode {
    constructor(stream) {
      super();
      this.direction = stream.getTracks().some((track) => track.remote) ? 'heard' : 'spoken';
    }

    connect(next) {
      next.direction = this.direction;
      return next;
    }
  }

  class AnalyserNode extends AudioNode {
    constructor() {
      super();
      this.fftSize = 2048;
      this.direction = null;
    }

    get frequencyBinCount() {
      return this.fftSize / 2;
    }

    getByteFrequencyData(into) {
      into.fill(this.direction ? Math.round(FULL * levels[this.direction]) : 0);
    }
  }

  class OscillatorNode extends AudioNode {
    constructor() {
      super();
      this.type = 'sine';
      this.frequency = { value: 0 };
    }

    start() {}

    stop() {
      setTimeout(() => this.dispatchEvent({ type: 'ended' }), 0);
    }
  }

  class AudioContext extends Emitter {
    constructor() {
      super('statechange');
      this.state = 'running';
      this.sampleRate = 48000;
      this.destination = new AudioNode();
    }

    get currentTime() {
      return performance.now() / 1000;
    }

    createGain() {
      return Object.assign(new AudioNode(), { gain: { value: 1 } });
    }

    createOscillator() {
      return new OscillatorNode();
    }

    createAnalyser() {
      return new AnalyserNode();
    }

    createMediaStreamSource(stream) {
      return new SourceNode(stream);
    }

    createMediaStreamDestination() {
      return Object.assign(new AudioNode(), { stream: new MediaStream() });
    }

    resume() {
      return Promise.resolve();
    }

    close() {
      return Promise.resolve();
    }
  }

  Object.assign(window, { AudioContext });
})();
