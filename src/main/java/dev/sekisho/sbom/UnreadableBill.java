package dev.sekisho.sbom;

/** A text that is not the bill of materials it claims to be; nothing of it is kept. */
public final class UnreadableBill extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableBill(String reason) {
        super(reason);
    }
}
