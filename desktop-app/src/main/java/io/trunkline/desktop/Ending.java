package io.trunkline.desktop;

/// How the time of whoever is signed in ends, other than with the program.
interface Ending {
    /// They are signed out; `why` is empty where they wanted to.
    void leave(String why);

    /// The backend refuses this program for its age; they stay signed in.
    void tooOld();
}
