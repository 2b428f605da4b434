package dev.sekisho.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the demo. */
@ConfigMapping(prefix = "sekisho")
interface DemoConfig {
    /** Load the demo estate once into an empty database. */
    @WithDefault("false")
    boolean demo();
}
