package dev.sekisho.software.identity;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class IdentityOnH2Test extends IdentityCases {}
