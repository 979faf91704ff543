package io.trunkline.backend.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class that one law of the house does not hold for. A test counts them: the number may fall, not rise.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExceptionToLaw {
    /// The law, by the name of its test.
    String law();

    /// Why it cannot be kept here.
    String because();
}
