package dev.sekisho.matching.published;

/** Kinds of sources, in the order their evidence is shown: the most specific reading first. */
public enum Source {
    OSV,
    NVD,
    CNA,
    ADP,
    ADVISORY,
    VEX
}
