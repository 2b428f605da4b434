package dev.sekisho.web.list;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ParametersOnH2Test extends ParameterCases {}
