package dev.sekisho.feed;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * Reads how often a failed fetch is tried again: 0 to {@value #MOST}. A converter and no constraint: a constraint on
 * settings makes every start build a second validator first. Public, because settings are read by a class made elsewhere.
 */
public class Retries implements Converter<Integer> {
    static final int MOST = 5;

    @Override
    public Integer convert(String value) {
        int retries = Integer.parseInt(value.strip());
        if (retries < 0 || retries > MOST) {
            throw new IllegalArgumentException("must be 0 to " + MOST + ", not " + retries);
        }
        return retries;
    }
}
