package dev.sekisho.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a key may do; each role includes the ones before it. */
@Schema(description = "What an API key allows: VIEWER reads, EDITOR also writes, ADMIN also manages keys.")
public enum Role {
    VIEWER,
    EDITOR,
    ADMIN;

    /** Names for the annotations that state who may call. */
    public static final String VIEW = "VIEWER";

    public static final String EDIT = "EDITOR";
    public static final String ADMINISTER = "ADMIN";

    /** This role and all it includes. */
    Set<String> included() {
        return Arrays.stream(values())
                .filter(role -> role.ordinal() <= ordinal())
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
