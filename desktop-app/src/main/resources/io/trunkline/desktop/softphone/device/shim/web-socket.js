/*
 * WebSocket over Java's. WebView has one, but its native half is missing, so that opening it throws. The SDK takes the
 * global once, while it loads.
 */
(function () {
  'use strict';

  const { Emitter } = trunkline.parts;
  const STATES = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'];
  const NORMAL = 1000;
  const ABNORMAL = 1006;

  class WebSocket extends Emitter {
    constructor(url) {
      super('open', 'message', 'close', 'error');
      this.url = String(url);
      this.readyState = WebSocket.CONNECTING;
      this.protocol = '';
      this.extensions = '';
      this.binaryType = 'blob';
      this.bufferedAmount = 0;
      this.number = trunkline.register((type, value) => this.told(type, value));
      trunkline.tell('socket-open', this.number, { url: this.url });
    }

    send(text) {
      if (this.readyState === WebSocket.CONNECTING) {
        const error = new Error('The socket is not open yet');
        error.name = 'InvalidStateError';
        throw error;
      }
      if (this.readyState === WebSocket.OPEN) {
        trunkline.tell('socket-send', this.number, { text: String(text) });
      }
    }

    close(code, reason) {
      if (this.readyState < WebSocket.CLOSING) {
        this.readyState = WebSocket.CLOSING;
        trunkline.tell('socket-close', this.number, { code: code || NORMAL, reason: reason || '' });
      }
    }

    told(type, value) {
      switch (type) {
        case 'open':
          if (this.readyState === WebSocket.CONNECTING) {
            this.readyState = WebSocket.OPEN;
            this.dispatchEvent({ type });
          }
          break;
        case 'message':
          if (this.readyState === WebSocket.OPEN) {
            this.dispatchEvent({ type, data: value.text });
          }
          break;
        case 'error':
          this.dispatchEvent({ type, message: value.message });
          break;
        case 'close':
          this.closed(value);
          break;
        default:
          console.warn('A socket knows no ' + type);
      }
    }

    closed({ code, reason }) {
      if (this.readyState !== WebSocket.CLOSED) {
        this.readyState = WebSocket.CLOSED;
        trunkline.forget(this.number);
        this.dispatchEvent({ type: 'close', code, reason, wasClean: code !== ABNORMAL });
      }
    }
  }

  STATES.forEach((name, value) => {
    WebSocket[name] = value;
    WebSocket.prototype[name] = value;
  });

  Object.assign(window, { WebSocket });
})();
