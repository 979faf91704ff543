package io.trunkline.backend.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Why a file cannot be used, in words: Java names the file only, as if that were a reason.
public final class FileTrouble {
    private FileTrouble() {}

    /// Why it cannot be read.
    public static String reading(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "this user may not read it";
            default -> String.valueOf(e.getMessage());
        };
    }

    /// Why it cannot be written.
    public static String writing(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such folder";
            case AccessDeniedException _ ->
                "the user %s may not write there".formatted(System.getProperty("user.name"));
            default -> String.valueOf(e.getMessage());
        };
    }
}
