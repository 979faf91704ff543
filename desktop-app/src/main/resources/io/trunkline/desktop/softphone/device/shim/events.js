/*
 * EventTarget for the shim's own classes: `addEventListener`, `removeEventListener`, `dispatchEvent` and the
 * properties `on…`. One listener that throws keeps no other from hearing.
 */
(function () {
  'use strict';

  class Emitter {
    constructor(...types) {
      this.listenersByType = new Map();
      types.forEach((type) => {
        this['on' + type] = null;
      });
    }

    addEventListener(type, listener) {
      const known = this.listenersByType.get(type) || [];
      if (!known.includes(listener)) {
        this.listenersByType.set(type, known.concat(listener));
      }
    }

    removeEventListener(type, listener) {
      const known = this.listenersByType.get(type) || [];
      this.listenersByType.set(type, known.filter((each) => each !== listener));
    }

    dispatchEvent(event) {
      event.target = event.target || this;
      const property = this['on' + event.type];
      if (typeof property === 'function') {
        this.hear(property, event);
      }
      (this.listenersByType.get(event.type) || []).forEach((listener) => this.hear(listener, event));
      return true;
    }

    hear(listener, event) {
      try {
        listener.call(this, event);
      } catch (error) {
        console.error('A listener for ' + event.type + ' failed', error);
      }
    }
  }

  trunkline.parts.Emitter = Emitter;
})();
