package dev.sekisho.change.seal;

import dev.sekisho.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that seals the values of one person: AES-256 in GCM with a nonce for each value.
 *
 * @param id stands before what it sealed
 * @param secret 32 bytes
 */
record PersonKey(UUID id, byte[] secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    static PersonKey random() {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        return new PersonKey(UUID.randomUUID(), secret);
    }

    /** What tells persons apart without naming them: a hash of what one is known by, whatever its case and form. */
    static byte[] person(String known) {
        String folded =
                Normalizer.normalize(known.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Sha256.of(folded);
    }

    String seal(String text) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] hidden = apply(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), 0);
        var both = new byte[NONCE + hidden.length];
        System.arraycopy(nonce, 0, both, 0, NONCE);
        System.arraycopy(hidden, 0, both, NONCE, hidden.length);
        return id + ":" + Base64.getEncoder().withoutPadding().encodeToString(both);
    }

    /** Which key sealed it; absent where nothing is sealed there. */
    static @Nullable UUID keyOf(String sealed) {
        int end = sealed.indexOf(':');
        try {
            return end < 0 ? null : UUID.fromString(sealed.substring(0, end));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    String open(String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed.substring(sealed.indexOf(':') + 1));
        var nonce = new byte[NONCE];
        System.arraycopy(both, 0, nonce, 0, NONCE);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, both, NONCE), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a sealed value does not fit its key", failure);
        }
    }
}
