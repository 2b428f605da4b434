package dev.sekisho.assessment;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UnpublishedOnH2Test extends UnpublishedCases {}
