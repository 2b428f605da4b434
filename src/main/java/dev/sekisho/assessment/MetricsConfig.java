package dev.sekisho.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of what is measured. */
@ConfigMapping(prefix = "sekisho.metrics")
interface MetricsConfig {
    /** Of how many third parties there are metrics of their own, at most. */
    @WithDefault("100")
    int thirdParties();
}
