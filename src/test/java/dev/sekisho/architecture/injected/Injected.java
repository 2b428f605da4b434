package dev.sekisho.architecture.injected;

import jakarta.inject.Inject;

/** Hides what it needs. */
class Injected {
    @Inject
    Runnable need;
}
