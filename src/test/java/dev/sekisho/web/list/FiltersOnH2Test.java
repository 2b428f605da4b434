package dev.sekisho.web.list;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FiltersOnH2Test extends FilterCases {}
