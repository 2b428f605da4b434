package dev.sekisho.inspection;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InspectionOnH2Test extends InspectionCases {}
