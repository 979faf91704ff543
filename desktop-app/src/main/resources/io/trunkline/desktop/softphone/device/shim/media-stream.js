/*
 * MediaStream and MediaStreamTrack. A track stands for a native one by its number; the sound itself never enters the
 * page. The SDK mutes with `track.enabled`, ends a microphone with `track.stop()` and copies streams by their tracks.
 */
(function () {
  'use strict';

  const { Emitter } = trunkline.parts;
  let streams = 0;

  class MediaStreamTrack extends Emitter {
    constructor(label, remote) {
      super('ended', 'mute', 'unmute');
      this.number = trunkline.register((type) => this.told(type));
      this.id = 'track-' + this.number;
      this.kind = 'audio';
      this.label = label;
      this.remote = remote;
      this.muted = false;
      this.readyState = 'live';
      this.isEnabled = true;
    }

    get enabled() {
      return this.isEnabled;
    }

    set enabled(on) {
      this.isEnabled = Boolean(on);
      trunkline.tell('track-enabled', this.number, { on: this.isEnabled });
    }

    stop() {
      if (this.readyState === 'live') {
        this.readyState = 'ended';
        trunkline.tell('track-stop', this.number);
        trunkline.forget(this.number);
      }
    }

    /** What comes from the far side is over with its connection, and nobody is told. */
    end() {
      this.readyState = 'ended';
      trunkline.forget(this.number);
    }

    /** The one microphone cannot be opened twice: a copy is the same. */
    clone() {
      return this;
    }

    getSettings() {
      return { deviceId: 'default' };
    }

    getConstraints() {
      return {};
    }

    told(type) {
      if (type === 'ended' && this.readyState === 'live') {
        this.readyState = 'ended';
        this.dispatchEvent({ type: 'ended' });
      }
    }
  }

  class MediaStream extends Emitter {
    constructor(source) {
      super('addtrack', 'removetrack');
      this.id = 'stream-' + ++streams;
      this.tracks = Array.from(source instanceof MediaStream ? source.tracks : source || []);
    }

    get active() {
      return this.tracks.some((track) => track.readyState === 'live');
    }

    getTracks() {
      return this.tracks.slice();
    }

    getAudioTracks() {
      return this.tracks.slice();
    }

    getVideoTracks() {
      return [];
    }

    addTrack(track) {
      if (!this.tracks.includes(track)) {
        this.tracks.push(track);
      }
    }

    removeTrack(track) {
      this.tracks = this.tracks.filter((each) => each !== track);
    }

    clone() {
      return new MediaStream(this);
    }
  }

  Object.assign(window, { MediaStream, MediaStreamTrack });
})();
