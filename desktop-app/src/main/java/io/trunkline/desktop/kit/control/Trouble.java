package io.trunkline.desktop.kit.control;

/// What somebody is told when something went wrong: three sentences, the middle one empty where nothing was at stake.
public record Trouble(String happened, String kept, String next) {
    public Trouble(String happened, String next) {
        this(happened, "", next);
    }
}
