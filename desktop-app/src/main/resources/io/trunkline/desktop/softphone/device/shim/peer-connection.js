/*
 * RTCPeerConnection, RTCSessionDescription and RTCIceCandidate over the native connection. The native side tells each
 * change of state; what the SDK reads as a property is kept here, so that it never waits for the native side.
 */
(function () {
  'use strict';

  const { Emitter } = trunkline.parts;

  class RTCSessionDescription {
    constructor(from) {
      this.type = from.type;
      this.sdp = from.sdp;
    }

    toJSON() {
      return { type: this.type, sdp: this.sdp };
    }
  }

  const CANDIDATE = /^candidate:(\S+) (\d+) (\S+) (\d+) (\S+) (\d+) typ (\S+)(?: raddr (\S+) rport (\d+))?(?:.* tcptype (\S+))?/;

  class RTCIceCandidate {
    constructor(from) {
      this.candidate = from.candidate || '';
      this.sdpMid = from.sdpMid;
      this.sdpMLineIndex = from.sdpMLineIndex;
      const found = CANDIDATE.exec(this.candidate);
      if (found) {
        const [, foundation, , protocol, priority, address, port, type, relatedAddress, relatedPort, tcpType] = found;
        Object.assign(this, { foundation, protocol, address, type, component: 'rtp', ip: address });
        this.priority = Number(priority);
        this.port = Number(port);
        this.relatedAddress = relatedAddress || null;
        this.relatedPort = relatedPort ? Number(relatedPort) : null;
        this.tcpType = tcpType || null;
      }
    }

    toJSON() {
      return { candidate: this.candidate, sdpMid: this.sdpMid, sdpMLineIndex: this.sdpMLineIndex };
    }
  }

  const EVENTS = ['track', 'icecandidate', 'connectionstatechange', 'iceconnectionstatechange',
    'icegatheringstatechange', 'signalingstatechange', 'negotiationneeded', 'datachannel'];

  class RTCPeerConnection extends Emitter {
    constructor(configuration) {
      super(...EVENTS);
      this.signalingState = 'stable';
      this.connectionState = 'new';
      this.iceConnectionState = 'new';
      this.iceGatheringState = 'new';
      this.localDescription = null;
      this.remoteDescription = null;
      this.senders = [];
      this.receivers = [];
      this.transceivers = [];
      this.number = trunkline.register((type, value) => this.told(type, value));
      trunkline.tell('open', this.number, configuration || {});
    }

    addTrack(track) {
      const sender = new RTCRtpSender(this, track);
      this.senders.push(sender);
      this.transceivers.push(new RTCRtpTransceiver(this, sender));
      trunkline.tell('add-track', this.number, { track: track.number });
      return sender;
    }

    getSenders() {
      return this.senders.slice();
    }

    getReceivers() {
      return this.receivers.slice();
    }

    getTransceivers() {
      return this.transceivers.slice();
    }

    getConfiguration() {
      return {};
    }

    createOffer(options) {
      const iceRestart = Boolean(options && options.iceRestart);
      return trunkline.ask('create-offer', this.number, { iceRestart }).then((made) => new RTCSessionDescription(made));
    }

    createAnswer() {
      return trunkline.ask('create-answer', this.number).then((made) => new RTCSessionDescription(made));
    }

    setLocalDescription(description) {
      return trunkline.ask('set-local', this.number, { type: description.type, sdp: description.sdp }).then((set) => {
        this.localDescription = new RTCSessionDescription(set);
      });
    }

    setRemoteDescription(description) {
      return trunkline.ask('set-remote', this.number, { type: description.type, sdp: description.sdp }).then(() => {
        this.remoteDescription = new RTCSessionDescription(description);
      });
    }

    addIceCandidate(candidate) {
      return candidate && candidate.candidate
        ? trunkline.ask('add-candidate', this.number, candidate)
        : Promise.resolve();
    }

    /** The SDK walks over the report with `values()` and looks references up with `get(id)`. */
    getStats() {
      return trunkline.ask('stats', this.number).then((rows) => new Map(rows.map((row) => [row.id, row])));
    }

    restartIce() {
      trunkline.tell('restart-ice', this.number);
    }

    close() {
      if (this.signalingState !== 'closed') {
        this.signalingState = 'closed';
        this.connectionState = 'closed';
        this.iceConnectionState = 'closed';
        trunkline.tell('close', this.number);
        trunkline.forget(this.number);
        this.receivers.forEach((receiver) => receiver.track.end());
      }
    }

    told(type, value) {
      switch (type) {
        case 'signaling':
          return this.moved('signalingState', value, 'signalingstatechange');
        case 'connection':
          this.senders.forEach((sender) => sender.transport.follow(value));
          return this.moved('connectionState', value, 'connectionstatechange');
        case 'ice':
          return this.moved('iceConnectionState', value, 'iceconnectionstatechange');
        case 'gathering':
          return this.gathered(value);
        case 'candidate':
          return this.dispatchEvent({ type: 'icecandidate', candidate: new RTCIceCandidate(value) });
        case 'track':
          return this.heard(value.track);
        default:
          return console.warn('A peer connection knows no ' + type);
      }
    }

    moved(property, state, event) {
      if (this[property] !== state) {
        this[property] = state;
        this.dispatchEvent({ type: event });
      }
    }

    /** The description holds the candidates once they are known. */
    gathered({ state, local }) {
      if (local) {
        this.localDescription = new RTCSessionDescription(local);
      }
      this.moved('iceGatheringState', state, 'icegatheringstatechange');
      if (state === 'complete') {
        this.dispatchEvent({ type: 'icecandidate', candidate: null });
      }
    }

    heard() {
      const track = new MediaStreamTrack('The far side', true);
      const receiver = new RTCRtpReceiver(track, this.senders[0] && this.senders[0].transport);
      this.receivers = [receiver];
      const streams = [new MediaStream([track])];
      this.dispatchEvent({ type: 'track', track, streams, receiver, transceiver: this.transceivers[0] });
    }
  }

  Object.assign(window, { RTCPeerConnection, RTCSessionDescription, RTCIceCandidate });
})();
