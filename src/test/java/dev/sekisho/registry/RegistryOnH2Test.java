package dev.sekisho.registry;

import dev.sekisho.SecondDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SecondDatabase.class)
class RegistryOnH2Test extends RegistryCases {}
