// SPDX-License-Identifier: Apache-2.0
// Everything a feature may use. Features import from here and from ./api, ./chart, ./date and ./editor beside it, and from nowhere else.

export {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  redirect,
  useLocation,
  useNavigate,
  useParams,
  useSearch,
} from '@tanstack/react-router';
export * from './format';
export { AccountMenu } from './frame/AccountMenu';
export { Brand } from './frame/Brand';
export { Chooser } from './frame/Chooser';
export { Frame, type FrameProps } from './frame/Frame';
export { LazyMenu } from './frame/LazyMenu';
export { type Layout, useLayout } from './frame/layout';
export type { NavItem, NavSection, PaletteAction, Surface } from './frame/nav';
export { OfflineBanner } from './frame/OfflineBanner';
export { Palette } from './frame/Palette';
export { Preferences } from './frame/Preferences';
export { openPalette } from './frame/paletteState';
export { SurfaceMenu } from './frame/SurfaceMenu';
export * from './i18n';
export * from './icons';
export * from './mantine';
export { Card } from './parts/Card';
export { ChoiceCards } from './parts/ChoiceCards';
export { CopyButton, CopyLine } from './parts/CopyLine';
export { useDraft } from './parts/drafts';
export { EmptyState } from './parts/EmptyState';
export { ErrorAlert, useErrorText } from './parts/ErrorAlert';
export { Evidence } from './parts/Evidence';
export { FieldError, fieldError } from './parts/FieldError';
export { isTyping } from './parts/isTyping';
export { Note } from './parts/Note';
export { PageHead } from './parts/PageHead';
export { PasswordField } from './parts/PasswordField';
export { QrCode } from './parts/QrCode';
export { RecordTerms, type Term } from './parts/RecordTerms';
export { SearchField } from './parts/SearchField';
export { DrawerSection, SideDrawer } from './parts/SideDrawer';
export { SkeletonRows } from './parts/SkeletonRows';
export { type State, StateChip, StateIcon } from './parts/StateChip';
export { MIN_LENGTH, strength } from './parts/strength';
export { ToastHost } from './parts/ToastHost';
export { toasts } from './parts/toasts';
export { UsageBar } from './parts/UsageBar';
export { SESSION_KEY, type Session, SessionGate, signOut, useSession } from './session';
export { type Column, DataTable, type Sort } from './table';
