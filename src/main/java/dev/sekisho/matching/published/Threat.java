package dev.sekisho.matching.published;

import org.jspecify.annotations.Nullable;

/**
 * How bad a vulnerability is, and how far its exploitation has come.
 *
 * @param publicExploit a public exploit or proof of concept is known
 */
public record Threat(
        @Nullable CvssScore cvss,
        @Nullable Ssvc ssvc,
        @Nullable Exploited exploited,
        boolean publicExploit) {
    public static final Threat NONE = new Threat(null, null, null, false);
}
