package dev.sekisho.architecture.cycle.right;

import dev.sekisho.architecture.cycle.left.Left;

/** Needs what needs it. */
public class Right {
    public Left left;
}
