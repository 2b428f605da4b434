package dev.sekisho.web.origin;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Settings of cross-origin reads. */
@ConfigMapping(prefix = "sekisho.cors")
interface OriginConfig {
    /** Origins whose pages may call with a key of their own, each written out; none unless stated. */
    Optional<List<String>> origins();
}
