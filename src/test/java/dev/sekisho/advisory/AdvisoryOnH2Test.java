package dev.sekisho.advisory;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AdvisoryOnH2Test extends AdvisoryCases {}
