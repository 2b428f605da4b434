package dev.sekisho.imports;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ImportOnH2Test extends ImportCases {}
