package dev.sekisho.web.list;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TextFiltersOnH2Test extends TextFilterCases {}
