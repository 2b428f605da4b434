package dev.sekisho.architecture.cycle.left;

import dev.sekisho.architecture.cycle.right.Right;

/** Needs what needs it. */
public class Left {
    Right right = new Right();
}
