// SPDX-License-Identifier: Apache-2.0
// The Mantine components that screens use as they are.

export {
  ActionIcon,
  Anchor,
  Autocomplete,
  Button,
  Checkbox,
  CloseButton,
  Drawer,
  FileButton,
  Group,
  Menu,
  Modal,
  MultiSelect,
  NativeSelect,
  PasswordInput,
  Pill,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core';
export { useForm } from '@mantine/form';
export { useDebouncedValue, useDisclosure } from '@mantine/hooks';
