package dev.sekisho.access;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AccessOnH2Test extends AccessCases {}
