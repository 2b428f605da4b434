package dev.sekisho.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of access. */
@ConfigMapping(prefix = "sekisho")
interface AccessConfig {
    /** The first administrator's key; without one, the first start generates one and prints it once. */
    Optional<String> adminKey();
}
