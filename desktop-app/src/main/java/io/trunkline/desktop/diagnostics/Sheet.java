package io.trunkline.desktop.diagnostics;

/// One file of a bundle.
record Sheet(String name, String text) {
    @Override
    public String toString() {
        return name;
    }
}
