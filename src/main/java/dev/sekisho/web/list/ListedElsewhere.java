package dev.sekisho.web.list;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the values a list can be narrowed to: one that people look for here, and where what it means is listed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ListedElsewhere {
    String value();

    /** A sentence that says where. */
    String where();
}
