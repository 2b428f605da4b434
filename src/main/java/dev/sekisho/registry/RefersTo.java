package dev.sekisho.registry;

import dev.sekisho.collection.CollectionName;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a query parameter what its value names. A value that names nothing is refused before the operation is reached,
 * see {@link KnownReferences}: an empty list would pass for "there is nothing wrong".
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface RefersTo {
    /** The collections that may hold the value. */
    CollectionName[] value() default {};

    /** Names of other {@link Referable} things that may hold it; they are looked at, and named, before the collections. */
    String[] others() default {};

    /** The parameter that chooses one of them by the word for a single one, such as THIRD_PARTY for third-parties. */
    String chosenBy() default "";

    /** What is chosen where that parameter is left out; all of them where this is empty, too. */
    String otherwise() default "";
}
