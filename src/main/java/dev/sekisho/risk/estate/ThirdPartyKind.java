package dev.sekisho.risk.estate;

/** What a third party is to us. */
public enum ThirdPartyKind {
    VENDOR,
    MSP,
    PARTNER,
    SUBCONTRACTOR
}
