/*
 * What hangs on a peer connection: sender, receiver, transceiver, transports and the sender of digits. The SDK orders
 * codecs by `RTCRtpReceiver.getCapabilities` and `setCodecPreferences`, swaps microphones with `replaceTrack`, and
 * sends digits as sound where `dtmf.canInsertDTMF`, else over the signalling.
 */
(function () {
  'use strict';

  const { Emitter } = trunkline.parts;

  class RTCDTMFSender extends Emitter {
    constructor(connection) {
      super('tonechange');
      this.connection = connection;
      this.toneBuffer = '';
    }

    /** The far side must have agreed to take digits. */
    get canInsertDTMF() {
      const agreed = this.connection.remoteDescription;
      return this.connection.connectionState === 'connected' && Boolean(agreed) && /telephone-event/.test(agreed.sdp);
    }

    insertDTMF(tones, duration, gap) {
      trunkline.tell('digits', this.connection.number, { tones: String(tones), duration: duration || 100, gap: gap || 70 });
    }
  }

  class RTCIceTransport extends Emitter {
    constructor() {
      super('selectedcandidatepairchange', 'statechange');
    }

    getSelectedCandidatePair() {
      return null;
    }
  }

  class RTCDtlsTransport extends Emitter {
    constructor() {
      super('statechange', 'error');
      this.state = 'new';
      this.iceTransport = new RTCIceTransport();
    }

    /** It goes with the connection as a whole. */
    follow(connectionState) {
      const state = ['connecting', 'connected', 'failed', 'closed'].includes(connectionState) ? connectionState : this.state;
      if (state !== this.state) {
        this.state = state;
        this.dispatchEvent({ type: 'statechange' });
      }
    }
  }

  class RTCRtpSender {
    constructor(connection, track) {
      this.connection = connection;
      this.track = track;
      this.dtmf = new RTCDTMFSender(connection);
      this.transport = new RTCDtlsTransport();
    }

    replaceTrack(track) {
      return trunkline.ask('replace-track', this.connection.number, { track: track ? track.number : 0 }).then(() => {
        this.track = track;
      });
    }

    getParameters() {
      return { encodings: [] };
    }

    setParameters() {
      return Promise.resolve();
    }

    getStats() {
      return this.connection.getStats();
    }

    static getCapabilities() {
      return { codecs: trunkline.parts.codecs.slice(), headerExtensions: [] };
    }
  }

  class RTCRtpReceiver {
    constructor(track, transport) {
      this.track = track;
      this.transport = transport;
    }

    static getCapabilities() {
      return RTCRtpSender.getCapabilities();
    }
  }

  class RTCRtpTransceiver {
    constructor(connection, sender) {
      this.connection = connection;
      this.sender = sender;
      this.mid = null;
      this.direction = 'sendrecv';
    }

    setCodecPreferences(codecs) {
      trunkline.tell('codecs', this.connection.number, { order: codecs.map((codec) => codec.number) });
    }

    stop() {}
  }

  // what the native side can do; filled before the SDK loads
  trunkline.parts.codecs = [];
  Object.assign(window, { RTCDTMFSender, RTCRtpSender, RTCRtpReceiver, RTCRtpTransceiver, RTCDtlsTransport, RTCIceTransport });
})();
