package io.trunkline.simulator.voice;

import java.util.List;

/// Finds who answers to an address (`+1…`, `client:…`, `sip:…`). Empty: nobody is there.
public interface Directory {
    List<FarEnd> reach(String address);
}
