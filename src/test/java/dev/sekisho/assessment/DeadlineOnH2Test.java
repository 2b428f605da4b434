package dev.sekisho.assessment;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DeadlineOnH2Test extends DeadlineCases {}
