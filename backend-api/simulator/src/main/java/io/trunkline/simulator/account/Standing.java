package io.trunkline.simulator.account;

/// How the account stands with the carrier, changeable while the simulator runs.
///
/// @param status `active`, `suspended` or `closed`
/// @param type `Full` or `Trial`
public record Standing(String name, String status, String type) {
    public static final Standing USUAL = new Standing("Simulated account", "active", "Full");

    public Standing {
        if (!status.matches("active|suspended|closed") || !type.matches("Full|Trial")) {
            throw new IllegalArgumentException(
                    "An account is active, suspended or closed, and its type is Full or Trial.");
        }
    }
}
