#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

function load() {
  if (!existsSync(join(__dirname, '../src'))) {
    return require('../dist/cli.cjs.js');
  }
  // In the workspace the sources run as they are.
  require('@backstage/cli/config/nodeTransform.cjs');
  return require('../src/cli');
}

const { stdout, stderr } = process;
load()
  .run(process.argv.slice(2), { cwd: process.cwd(), stdout, stderr })
  .catch(error => {
    stderr.write(
      `golden-path: this is a defect of the check.\n${error.stack}\n`,
    );
    return 2;
  })
  .then(code => {
    process.exitCode = code;
  });
