/*
 * The page's half of the voice device: makes the SDK do what Java asks, and tells Java what the SDK says.
 *
 * Java calls the functions of `trunkline.phone`, each with one object. What happens is told as `phone` with an object
 * that names its `event`. Every leg has a number given by Java (`leg`), so that what an old leg still says is not taken
 * for a newer one's.
 */
(function () {
  'use strict';

  let device = null;
  let connecting = Promise.resolve();
  let ringing = null;
  /** A search for new ways through the network that waits for the carrier. */
  let restarting = 0;
  /** The leg that is wanted now: `{ leg, call }`; `call` is null until the SDK has made it. */
  let wanted = null;

  function say(event, about) {
    trunkline.tell('phone', 0, Object.assign({ event }, about));
  }

  function wrong(error) {
    return { code: (error && error.code) || 0, message: String((error && error.message) || error || '') };
  }

  /** Tells of a leg's life until it is over, once. What went wrong may be said just after the end. */
  function follow(call, leg) {
    let problem = null;
    let over = false;

    function end() {
      if (!over) {
        over = true;
        if (wanted && wanted.leg === leg) {
          wanted = null;
        }
        setTimeout(() => say('ended', Object.assign({ leg }, wrong(problem))), 0);
      }
    }

    call.on('ringing', () => say('ringing', { leg }));
    call.on('accept', () => say('accepted', { leg, call: call.parameters.CallSid || '' }));
    call.on('reconnecting', (error) => say('reconnecting', Object.assign({ leg }, wrong(error))));
    call.on('reconnected', () => say('reconnected', { leg }));
    call.on('warning', (name) => say('warning', { leg, name, on: true }));
    call.on('warning-cleared', (name) => say('warning', { leg, name, on: false }));
    call.on('sample', (sample) => say('sample', Object.assign({ leg }, measured(sample))));
    call.on('disconnect', end);
    call.on('cancel', end);
    call.on('reject', end);
    call.on('error', (error) => {
      problem = error;
      if (call.status() === 'closed') {
        end();
      }
    });
    // without the carrier's permission to come back, a leg whose signalling breaks is over without another word
    call.on('transportClose', () => {
      if (call.status() === 'closed') {
        problem = problem || { code: 31005, message: 'The way to the carrier broke' };
        end();
      }
    });
  }

  function measured(sample) {
    const { mos, jitter, rtt, packetsLostFraction, codecName, totals } = sample;
    return { mos, jitter, rtt, lost: packetsLostFraction, codec: codecName, totals };
  }

  function drop() {
    const old = wanted;
    wanted = null;
    if (old && old.call) {
      old.call.disconnect();
    }
  }

  /** The carrier must hear of new ways: where the way to it is broken as well, that comes back first. */
  function restartIce(call) {
    clearTimeout(restarting);
    if (call.status() === 'closed') {
      return;
    }
    if (call._signalingStatus === 'open') {
      call._mediaHandler.iceRestart();
    } else {
      restarting = setTimeout(() => restartIce(call), 100);
    }
  }

  function dial({ leg, params, muted }) {
    if (wanted === null || wanted.leg !== leg) {
      return Promise.resolve();
    }
    return device.connect({ params }).then((call) => {
      call.mute(muted);
      if (wanted && wanted.leg === leg) {
        wanted.call = call;
        follow(call, leg);
      } else {
        call.disconnect();
      }
    }).catch((error) => {
      if (wanted && wanted.leg === leg) {
        wanted = null;
      }
      say('ended', Object.assign({ leg }, wrong(error)));
    });
  }

  function over(call, event) {
    if (ringing === call) {
      ringing = null;
      say('incoming-over', { how: event });
    }
  }

  /** One call at a time: whoever calls while another rings, runs or is tried is refused. */
  function incoming(call) {
    if (ringing || wanted) {
      call.reject();
      return;
    }
    ringing = call;
    ['cancel', 'reject', 'disconnect'].forEach((event) => call.on(event, () => over(call, event)));
    call.on('transportClose', () => over(call, 'transportClose'));
    say('incoming', {
      from: call.customParameters.get('from') || '',
      name: call.customParameters.get('name') || '',
      call: call.customParameters.get('call') || '',
    });
  }

  function register() {
    if (device.state === 'unregistered') {
      device.register().catch((error) => say('unregistered', wrong(error)));
    }
  }

  trunkline.phone = {
    start({ token, simulated, refreshBefore }) {
      const options = {
        // else the SDK drops who calls meanwhile without a word, and the caller's carrier is not told: see incoming
        allowIncomingWhileBusy: true,
        closeProtection: false,
        codecPreferences: ['opus', 'pcmu'],
        logLevel: 3,
        // how long a call may be without signalling before it counts as lost
        maxCallSignalingTimeoutMs: 30000,
        publishEvents: false,
        rtcConstraints: { audio: true },
        Sound: trunkline.parts.HandedSound,
        tokenRefreshMs: refreshBefore,
      };
      if (simulated) {
        // Java puts the simulator's address in place of this one
        options.chunderw = 'signalling.invalid';
      }
      device = new Twilio.Device(token, options);
      device.on('registered', () => say('registered', { identity: device.identity }));
      device.on('unregistered', () => say('unregistered', { code: 0, message: 'The way to the carrier is broken' }));
      device.on('tokenWillExpire', () => say('token-ends', {}));
      device.on('error', (error) => say('trouble', wrong(error)));
      device.on('incoming', incoming);
    },

    register,

    /** The SDK signs in again with it; in a call that may be heard as a gap, so Java chooses the moment. */
    token({ token }) {
      device.updateToken(token);
      register();
    },

    connect(what) {
      drop();
      if (ringing) {
        ringing.reject();
      }
      wanted = { leg: what.leg, call: null };
      connecting = connecting.then(() => dial(what));
    },

    accept({ leg }) {
      const call = ringing;
      ringing = null;
      if (call) {
        drop();
        wanted = { leg, call };
        follow(call, leg);
        call.accept();
      } else {
        say('ended', { leg, code: 0, message: 'Nobody rings any more' });
      }
    },

    reject() {
      if (ringing) {
        ringing.reject();
      }
    },

    mute({ on }) {
      if (wanted && wanted.call) {
        wanted.call.mute(on);
      }
    },

    digits({ digits }) {
      if (wanted && wanted.call) {
        wanted.call.sendDigits(digits);
      }
    },

    hangUp({ leg }) {
      if (wanted && wanted.leg === leg) {
        const call = wanted.call;
        drop();
        if (!call) {
          say('ended', { leg, code: 0, message: '' });
        }
      }
    },

    /** The network has changed: new ways are looked for without waiting for the old ones to fail. */
    restartIce() {
      if (wanted && wanted.call) {
        restartIce(wanted.call);
      }
    },

    end() {
      drop();
      if (device) {
        device.destroy();
      }
    },
  };
})();
