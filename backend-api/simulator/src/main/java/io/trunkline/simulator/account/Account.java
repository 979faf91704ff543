package io.trunkline.simulator.account;

/// One carrier account with its master token and the API key it begins with.
public record Account(String sid, String token, String keySid, String keySecret) {
    @Override
    public String toString() {
        return "Account[" + sid + ", key " + keySid + "]";
    }
}
