package dev.sekisho.software;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OwnAdvisoryOnH2Test extends OwnAdvisoryCases {}
