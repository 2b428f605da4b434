package dev.sekisho.architecture.transacted;

import io.quarkus.narayana.jta.QuarkusTransaction;

class Transacted {
    void write(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
