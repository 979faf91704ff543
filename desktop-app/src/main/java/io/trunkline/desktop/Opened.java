package io.trunkline.desktop;

/// What is open for whoever is signed in.
interface Opened extends AutoCloseable {
    void open();

    @Override
    void close();
}
